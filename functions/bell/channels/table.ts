import type { ChannelName } from '../on-duty.ts';
import { call } from './call.ts';
import type { Channel } from './channel.ts';

/** What rings a member, by the channel of their way. */
export const CHANNELS: Partial<Record<ChannelName, Channel>> = { call };
