import { findMembers } from '~/api/people'
import type { SheetSources } from '~/ui/sheet/sheet'

/** For sheets that ask for colleagues and for nothing else from outside. */
export const memberSources: SheetSources = { members: findMembers }
