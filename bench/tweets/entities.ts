/** Half of them are entities in the default model's training data, half are fictitious. */
export const ENTITIES: readonly string[] = [
  ...['Google', 'Microsoft', 'Amazon', 'Verizon', 'Facebook', 'Nvidia', 'Fortnite', 'Overwatch', 'Hearthstone'],
  ...['Borderlands', 'Battlefield', 'Xbox', 'FIFA', 'Cyberpunk2077', 'NBA2K', 'HomeDepot'],
  ...['Kestrel', 'Bluebird Air', 'Larch Coffee', 'Orbit Online', 'Tamarind', 'Northgate', 'Pallas Bank', 'Quillpad'],
  ...['Saffron Mobile', 'Vireo', 'Windmill Foods', 'Yarrow', 'Zephyr Motors', 'Ironbark', 'Juniper Lane', 'Halcyon TV'],
]
