import { useMemo } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import { auditedTeam } from './audited-team.ts';

/** The API for a screen that changes members, their ways, duty or the alarm. `me`: the id of who is signed in. */
export const useTeamApi = (api: Api, me: string): Api => useMemo(() => auditedTeam(api, me), [api, me]);
