import * as z from 'zod';

const fact = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ value, source: z.string().min(1), confirmed: z.boolean() });

const telephone = fact(z.string().regex(/^\d{2,3}( \d{2,3})*$/, 'digits in groups, as they are shown'));

/** content/centre.yaml: what the site says about the centre. Each fact has its source and is confirmed or not. */
export const Centre = z.strictObject({
  name: fact(z.string()),
  telephone,
  hotline: telephone,
  emergency: telephone,
  childFocus: telephone,
  email: fact(z.email()),
  site: fact(z.hostname()),
  streetNl: fact(z.string()),
  streetFr: fact(z.string()),
  officeHours: fact(z.string()),
  dayAndNight: fact(z.boolean()),
  interpreters: fact(z.boolean()),
  freeOfCharge: fact(z.boolean()),
  iban: fact(z.string().regex(/^BE\d{2}( \d{4}){3}$/)),
  peopleSupported: fact(z.int().positive()),
  countriesOfOrigin: fact(z.int().positive()),
  shelterRooms: fact(z.int().positive()),
});

/** The facts about the centre. */
export type Centre = z.infer<typeof Centre>;
