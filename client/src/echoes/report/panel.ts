/** Owns the panel with the report: it follows the drafts, goes where it is told, and saves the report to a file. */
import { Disposable, ViewColumn, env, l10n, window, workspace } from 'vscode';
import type { WebviewPanel } from 'vscode';
import { echoReportMethod } from '../../../../server/src/protocol.ts';
import type { EchoReportResult } from '../../../../server/src/protocol.ts';
import type { LanguageServer } from '../../language-client.ts';
import type { Announcer } from '../../status/announcer.ts';
import { newNonce } from '../../webview/nonce.ts';
import { pageHtml } from '../../webview/page.ts';
import { showCopy } from '../go-to-copy.ts';
import { reportBody } from './body.ts';
import { saveReport } from './export.ts';
import { readReportMessage } from './messages.ts';
import { placeOf } from './model.ts';
import { reportScript } from './script.ts';
import { reportStyle } from './style.ts';

/** The report waits so long for the drafts to come to rest. */
const restMilliseconds = 250;

/** The panel, or none: there is one at most. */
export class ReportPanel implements Disposable {
  readonly #server: LanguageServer;
  readonly #announcer: Announcer;
  readonly #subscriptions: Disposable;
  #panel: WebviewPanel | undefined;
  #report: EchoReportResult | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(server: LanguageServer, announcer: Announcer) {
    this.#server = server;
    this.#announcer = announcer;
    this.#subscriptions = Disposable.from(
      server.onCounts(() => this.#follow()),
      server.onStopped(() => this.#follow()),
      workspace.onDidCloseTextDocument(() => this.#follow()),
    );
  }

  /** Opens the panel, or brings it to the front. Gives the report, `undefined` if the server cannot be had. */
  async open(): Promise<EchoReportResult | undefined> {
    const report = await this.#ask();
    if (!report) return undefined;
    if (this.#panel) this.#panel.reveal(undefined, true);
    else this.#create();
    this.#show(report);
    return report;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
    this.#panel?.dispose();
  }

  #create(): void {
    const options = { enableScripts: true, enableFindWidget: true, localResourceRoots: [] };
    const panel = window.createWebviewPanel('speechDraft.echoReport', l10n.t('Report of Repeats'), ViewColumn.Beside, options);
    this.#panel = panel;
    panel.webview.onDidReceiveMessage((message: unknown) => void this.#receive(message));
    // A page that was hidden starts anew from what it was first.
    panel.onDidChangeViewState(() => this.#follow());
    panel.onDidDispose(() => (this.#panel = undefined));
    const page = {
      language: env.language,
      title: l10n.t('Report of Repeats'),
      nonce: newNonce(),
      style: reportStyle,
      script: reportScript,
    };
    panel.webview.html = pageHtml({ ...page, body: '' });
  }

  #follow(): void {
    if (!this.#panel?.visible) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), restMilliseconds);
  }

  async #refresh(): Promise<void> {
    const report = this.#panel && (await this.#ask());
    if (report) this.#show(report);
  }

  async #ask(): Promise<EchoReportResult | undefined> {
    try {
      return await this.#server.ask<EchoReportResult>(echoReportMethod);
    } catch (error) {
      this.#server.output.error('the report cannot be had', error instanceof Error ? error : new Error(String(error)));
      this.#announcer.announce(l10n.t('Drafts are not checked: the checking service has stopped.'));
      return undefined;
    }
  }

  #show(report: EchoReportResult): void {
    this.#report = report;
    void this.#panel?.webview.postMessage({ command: 'update', body: reportBody(report, l10n) });
  }

  async #receive(given: unknown): Promise<void> {
    const message = readReportMessage(given);
    const report = this.#report;
    if (!message || !report) return;
    if (message.command === 'ready') return this.#show(report);
    if (message.command === 'export') return saveReport(report, message.format);
    const place = placeOf(report, message.key);
    const beside = this.#panel?.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
    if (!place || !(await showCopy(place, beside))) this.#announcer.announce(l10n.t('This place is not there any more'));
  }
}
