import * as z from 'zod';

/** What the few commands used here give; each gives some of it. https://www.w3.org/TR/webdriver-bidi/ */
const Result = z.object({
  context: z.string().optional(),
  contexts: z.array(z.object({ context: z.string(), url: z.string() })).optional(),
  result: z.object({ value: z.string().optional() }).optional(),
  exceptionDetails: z.object({ text: z.string() }).optional(),
});

const Answer = z.union([
  z.object({ type: z.literal('success'), id: z.number(), result: Result }),
  z.object({ type: z.literal('error'), id: z.number(), error: z.string(), message: z.string() }),
  z.object({ type: z.literal('event') }),
]);

/** Sends a command and gives its result; rejects with the browser's words. */
export type Send = (method: string, params: object) => Promise<z.infer<typeof Result>>;

/** Connects to a browser that speaks WebDriver BiDi. When the connection ends, what is still asked is refused. */
export async function connect(address: string): Promise<Send> {
  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error(`No connection to ${address}`)), { once: true });
  });
  const waiting = new Map<number, (answer: z.infer<typeof Answer> | null) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = Answer.parse(JSON.parse(String(data)));
    if (answer.type === 'event') return;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  socket.addEventListener('close', () => {
    for (const refuse of waiting.values()) refuse(null);
    waiting.clear();
  });
  let id = 0;
  return (method, params) =>
    new Promise((resolve, reject) => {
      id += 1;
      waiting.set(id, (answer) => {
        if (answer?.type === 'success') resolve(answer.result);
        else
          reject(
            new Error(`${method}: ${answer?.type === 'error' ? answer.message : 'the browser is gone'}`),
          );
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
}
