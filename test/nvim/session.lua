-- Owns: one session of Neovim with the server: drafts in buffers, what Neovim shows of them, what it can do about it.
-- Runs inside Neovim 0.7 or newer; run.mjs starts it, and reads what each test came to from the file SPEECH_DRAFT_RESULTS.

local patience = 20000
local folder = os.getenv('SPEECH_DRAFT_FOLDER')
local client, ended

--- Waits for a condition.
--- @param what string what is waited for, for the message
--- @param seen function gives what there is, and whether it is what was waited for
local function await(what, seen)
  local there, good
  vim.wait(patience, function()
    there, good = seen()
    return good
  end, 20)
  if not good then error(what .. ': waited in vain; there is ' .. vim.inspect(there), 0) end
  return there
end

local function same(what, found, wanted)
  if not vim.deep_equal(found, wanted) then
    error(what .. ':\nfound  ' .. vim.inspect(found) .. '\nwanted ' .. vim.inspect(wanted), 0)
  end
end

--- Lines without their marks ⟦…⟧, and what the marks stand around: line and columns from 0, in bytes, as Neovim counts.
local function unmark(marked)
  local lines, spans = {}, {}
  for number, line in ipairs(marked) do
    local text, rest = '', line
    while true do
      local before, inner, after = rest:match('^(.-)⟦(.-)⟧(.*)$')
      if not before then break end
      text = text .. before
      table.insert(spans, { number - 1, #text, #text + #inner, inner })
      text, rest = text .. inner, after
    end
    lines[number] = text .. rest
  end
  return lines, spans
end

--- Opens a draft as `:edit` does and lets the server look at it.
--- @return number buffer, table spans
local function open(name, marked)
  local lines, spans = unmark(marked)
  local path = folder .. '/' .. name
  vim.fn.writefile(lines, path)
  vim.cmd('edit ' .. vim.fn.fnameescape(path))
  local buffer = vim.api.nvim_get_current_buf()
  vim.lsp.buf_attach_client(buffer, client.id)
  return buffer, spans
end

--- The findings of one rule that Neovim shows in a buffer.
local function findings(buffer, rule)
  local found = vim.tbl_filter(function(one)
    return one.source == 'speech-draft' and one.user_data.lsp.code == rule
  end, vim.diagnostic.get(buffer))
  table.sort(found, function(a, b)
    return a.lnum < b.lnum or (a.lnum == b.lnum and a.col < b.col)
  end)
  return found
end

local function spansOf(buffer, found)
  return vim.tbl_map(function(one)
    same('a finding ends in its line', one.end_lnum, one.lnum)
    local line = vim.api.nvim_buf_get_lines(buffer, one.lnum, one.lnum + 1, true)[1]
    return { one.lnum, one.col, one.end_col, line:sub(one.col + 1, one.end_col) }
  end, found)
end

--- Waits until the findings of a rule stand exactly there.
local function shown(buffer, rule, spans)
  return await(rule .. ' in ' .. vim.fn.bufname(buffer) .. ', ' .. vim.inspect(spans), function()
    local found = findings(buffer, rule)
    local there = spansOf(buffer, found)
    return vim.deep_equal(there, spans) and found or there, vim.deep_equal(there, spans)
  end)
end

local function ask(buffer, method, params)
  local answer, problem = client.request_sync(method, params, patience, buffer)
  if problem then error(method .. ': ' .. tostring(problem), 0) end
  if answer.err then error(method .. ': ' .. vim.inspect(answer.err), 0) end
  return answer.result
end

--- The actions that Neovim is offered at a finding.
local function actions(buffer, finding)
  local row = finding.lnum
  local line = vim.api.nvim_buf_get_lines(buffer, row, row + 1, true)[1]
  local character = function(byte)
    return vim.fn.strchars(line:sub(1, byte)) -- no character beyond the basic plane stands before it
  end
  local range = {
    start = { line = row, character = character(finding.col) },
    ['end'] = { line = row, character = character(finding.end_col) },
  }
  local diagnostic = vim.tbl_extend('force', finding.user_data.lsp, { range = range, message = finding.message })
  return ask(buffer, 'textDocument/codeAction', {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    range = range,
    context = { diagnostics = { diagnostic } },
  })
end

local tests = {
  {
    'the server starts, says who it is, and counts in UTF-16 code units',
    function()
      local id = vim.lsp.start_client({
        name = 'speech-draft',
        cmd = { os.getenv('SPEECH_DRAFT_NODE'), os.getenv('SPEECH_DRAFT_SERVER'), '--stdio' },
        root_dir = folder,
        on_exit = function(code, signal)
          ended = { code, signal }
        end,
      })
      client = vim.lsp.get_client_by_id(id)
      if not client then error('Neovim could not start the server', 0) end
      await('answer to initialize', function()
        return client.initialized, client.initialized == true
      end)
      same('encoding of positions', client.offset_encoding, 'utf-16')
      same('hover', client.server_capabilities.hoverProvider, true)
    end,
  },
  {
    'placeholders stand where they are, behind an emoji too',
    function()
      local buffer, spans = open('数据.txt', {
        '同志们：',
        '上半年，南湾镇😀新建村道⟦XX⟧公里，村集体收入增长⟦X.X⟧%。',
        '全镇评出示范户96户⟦（待核实）⟧。',
      })
      local found = shown(buffer, 'placeholder', spans)
      same('kinds', vim.tbl_map(function(one)
        return one.user_data.lsp.data.kind
      end, found), { 'number', 'percent', 'note' })
      same('severities', vim.tbl_map(function(one)
        return one.severity
      end, found), { vim.diagnostic.severity.ERROR, vim.diagnostic.severity.ERROR, vim.diagnostic.severity.WARN })
    end,
  },
  {
    'findings follow what is typed',
    function()
      local buffer, spans = open('改动.txt', { '年内疏浚河道⟦XX⟧公里。', '😀都是好消息。' })
      shown(buffer, 'placeholder', spans)
      local _, after = unmark({ '年内疏浚河道12公里。', '😀新栽树木⟦XXX⟧棵，都是好消息。' })
      local row, from, to = unpack(spans[1])
      vim.api.nvim_buf_set_text(buffer, row, from, row, to, { '12' })
      vim.api.nvim_buf_set_text(buffer, 1, #'😀', 1, #'😀', { '新栽树木XXX棵，' })
      shown(buffer, 'placeholder', after)
    end,
  },
  {
    'a code action is applied, the finding goes, one undo brings both back',
    function()
      local buffer, spans = open('叠字.txt', { '会议结束之前，再强调一点。', '⟦我们我们⟧一定要守住底线。' })
      local doubled = shown(buffer, 'repeated-phrase', spans)[1]
      local edits = vim.tbl_filter(function(action)
        return action.edit ~= nil
      end, actions(buffer, doubled))
      same('number of edits offered', #edits, 1)
      vim.lsp.util.apply_workspace_edit(edits[1].edit, client.offset_encoding)
      same('line', vim.api.nvim_buf_get_lines(buffer, 1, 2, true), { '我们一定要守住底线。' })
      shown(buffer, 'repeated-phrase', {})
      vim.cmd('silent undo')
      same('line after undo', vim.api.nvim_buf_get_lines(buffer, 1, 2, true), { '我们我们一定要守住底线。' })
      shown(buffer, 'repeated-phrase', spans)
    end,
  },
  {
    'a command of the server is run: the finding is ignored and the list lies beside the draft',
    function()
      local buffer, spans = open('忽略.txt', { '活动口号是“⟦XX⟧家园，你我共建”。' })
      local finding = shown(buffer, 'placeholder', spans)[1]
      local commands = vim.tbl_filter(function(action)
        return type(action.command) == 'table'
      end, actions(buffer, finding))
      local registered = client.server_capabilities.executeCommandProvider.commands
      for _, action in ipairs(commands) do
        same(action.title .. ' is a command that the server knows', vim.tbl_contains(registered, action.command.command), true)
      end
      ask(buffer, 'workspace/executeCommand', {
        command = commands[1].command.command,
        arguments = commands[1].command.arguments,
      })
      shown(buffer, 'placeholder', {})
      same('list', vim.fn.filereadable(folder .. '/.vscode/speech-draft.json'), 1)
    end,
  },
  {
    'a passage that was copied is told in both drafts, and no longer when one is closed',
    function()
      local copied = '⟦要把群众的小事当作自己的大事，坚持每周进村入户，当场能办的当场就办，一时办不了的讲清时限。⟧'
      local first, firstSpans = open('动员.txt', { '同志们：', copied, '我就讲这些。' })
      local second, secondSpans = open('总结.txt', { '各位代表：', '下面谈两点打算。', copied })
      local passage = shown(first, 'repeated-passage', firstSpans)[1]
      shown(second, 'repeated-passage', secondSpans)
      local related = passage.user_data.lsp.relatedInformation
      if related then same('the other place', related[1].location.uri, vim.uri_from_bufnr(second)) end
      local places = ask(first, 'textDocument/references', {
        textDocument = { uri = vim.uri_from_bufnr(first) },
        position = { line = 1, character = 3 },
        context = { includeDeclaration = true },
      })
      same('number of places', #places, 2)
      vim.api.nvim_buf_delete(second, { force = true })
      shown(first, 'repeated-passage', {})
    end,
  },
  {
    'the hover explains a finding',
    function()
      local buffer, spans = open('悬停.txt', { '今年改造泵站⟦XX⟧座。' })
      shown(buffer, 'placeholder', spans)
      local hover = ask(buffer, 'textDocument/hover', {
        textDocument = { uri = vim.uri_from_bufnr(buffer) },
        position = { line = 0, character = 7 },
      })
      if not hover or not vim.inspect(hover.contents):find('泵站', 1, true) then error('hover: ' .. vim.inspect(hover), 0) end
    end,
  },
  {
    'the server goes when it is told to',
    function()
      client.stop()
      local how = await('the end of the server', function()
        return ended, ended ~= nil
      end)
      same('exit code and signal', how, { 0, 0 })
    end,
  },
}

local results = {}
for index, test in ipairs(tests) do
  local name, body = test[1], test[2]
  local good, problem
  if index > 1 and not client then
    good, problem = false, 'there is no server'
  else
    good, problem = pcall(body)
  end
  results[index] = { name = name, problem = good and vim.NIL or tostring(problem) }
end
vim.fn.writefile({ vim.fn.json_encode(results) }, os.getenv('SPEECH_DRAFT_RESULTS'))
vim.cmd('qall!')
