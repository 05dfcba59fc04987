import { BLUEBIRD_AIR } from './brands/bluebird-air.ts'
import type { Brand } from './brands/brand.ts'
import { KESTREL } from './brands/kestrel.ts'
import { LARCH_COFFEE } from './brands/larch-coffee.ts'
import { ORBIT_ONLINE } from './brands/orbit-online.ts'
import { TANSY } from './brands/tansy.ts'

export const STORY_DAYS = 60

/** Made up for this project: five brands that do not exist, and what people might write about them in two months. */
export const BRANDS: readonly Brand[] = [KESTREL, BLUEBIRD_AIR, LARCH_COFFEE, ORBIT_ONLINE, TANSY]
