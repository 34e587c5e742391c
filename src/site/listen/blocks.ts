/**
 * What of the page of help can be heard, block by block: the strings of safe.json that a voice says, in their order. The
 * name of a block is the name of its recording.
 */
export const blocks = {
  help: ['help.title', 'help.lead'],
  signs: [
    'help.signs',
    'help.papers',
    'help.hours',
    'help.pay',
    'help.leave',
    'help.debt',
    'help.sex',
    'help.crime',
    'help.hurt',
    'help.doubt',
  ],
  steps: [
    'steps.title',
    'steps.listen',
    'steps.listenText',
    'steps.explain',
    'steps.explainText',
    'steps.choose',
    'steps.chooseText',
    'steps.along',
    'steps.alongText',
  ],
  police: ['help.noPapers', 'help.noPapersText', 'help.police', 'help.policeText', 'help.limits'],
  safe: ['help.safe', 'help.leaveText', 'help.whoSees', 'help.safest', 'help.history', 'help.bill'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A block of the page of help that can be heard. */
export type Block = keyof typeof blocks;

/** Every block, in the order of the page. */
export const blockNames = Object.keys(blocks) as Block[];
