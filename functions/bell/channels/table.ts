import type { ChannelName } from '../on-duty.ts';
import { call } from './call.ts';
import type { Channel } from './channel.ts';
import { noted } from './noted.ts';
import { push } from './push.ts';

/** What rings a member, by the channel of their way. */
export const CHANNELS: Record<ChannelName, Channel> = {
  push: noted(push),
  call: noted(call),
};
