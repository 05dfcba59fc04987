/** Half of them names that the default model was trained on, half made up. */
export const ENTITIES: readonly string[] = [
  ...['Google', 'Microsoft', 'Amazon', 'Verizon', 'Facebook', 'Nvidia', 'Fortnite', 'Overwatch', 'Hearthstone'],
  ...['Borderlands', 'Battlefield', 'Xbox', 'FIFA', 'Cyberpunk2077', 'NBA2K', 'HomeDepot'],
  ...['Kestrel', 'Bluebird Air', 'Larch Coffee', 'Orbit Online', 'Tamarind', 'Northgate', 'Pallas Bank', 'Quillpad'],
  ...['Saffron Mobile', 'Vireo', 'Windmill Foods', 'Yarrow', 'Zephyr Motors', 'Ironbark', 'Juniper Lane', 'Halcyon TV'],
]
