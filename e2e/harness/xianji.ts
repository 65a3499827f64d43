import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = process.env['XIANJI_BINARY'] ?? join(import.meta.dirname, '../../target/debug/xianji')
const patience = 60_000

/** The real program, running on a folder and a port of its own. */
export interface Xianji {
  address: string
  folder: string
  /** Runs a command on its data beside it, `run('import', 'mail', path)`, and answers what that printed. */
  run: (...command: string[]) => Promise<string>
  /** All that it has printed so far: its log-ins at the first start, its log. */
  output: () => string
  stop: () => Promise<void>
}

export interface Start {
  /** With the starter company; otherwise on whatever `before` left in the empty folder. */
  starter: boolean
  /** A command that is run before it serves, with its standard input. */
  before?: { command: string[]; input: string }
}

/** Starts the program and returns once it answers. */
export async function startXianji({ starter, before }: Start = { starter: true }): Promise<Xianji> {
  const folder = await mkdtemp(join(tmpdir(), 'xianji-e2e-'))
  const run = (command: string[], input = '') => runOn(folder, command, input)
  if (before !== undefined) await run(before.command, before.input)
  const port = await freePort()
  const serve = ['serve', '--data', folder, '--listen', `127.0.0.1:${port}`]
  const child = spawn(program, starter ? [...serve, '--starter'] : serve, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${program} could not be started: ${error.message}`))
    child.once('exit', (code, signal) => resolve(`xianji ended with ${code ?? signal}`))
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  const address = `http://127.0.0.1:${port}`
  const stop = async () => {
    await end(child)
    await rm(folder, { recursive: true, force: true })
  }
  const obstacle = await Promise.race([ended, ready(address)])
  if (obstacle) {
    await stop()
    throw new Error(`${obstacle}\n${printed}`)
  }
  return { address, folder, run: (...command) => run(command), output: () => printed, stop }
}

/** What a command printed on the data of a folder; an error when it failed. */
async function runOn(folder: string, command: string[], input: string): Promise<string> {
  const [head = '', second = '', ...rest] = command
  const child = spawn(program, [head, second, '--data', folder, ...rest])
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`xianji ${command.join(' ')} ended with ${code}:\n${printed}`)
  return printed
}

/** Nothing once the program is ready, or what stands in the way. */
async function ready(address: string): Promise<string | undefined> {
  const until = Date.now() + patience
  while (Date.now() < until) {
    const answer = await fetch(`${address}/ready`).catch(() => undefined)
    if (answer?.ok) return undefined
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return `xianji was not ready after ${patience / 1000} s`
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await exit
  clearTimeout(impatience)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const bound = probe.address()
  probe.close()
  await once(probe, 'close')
  if (bound === null || typeof bound === 'string') throw new Error('no free port')
  return bound.port
}
