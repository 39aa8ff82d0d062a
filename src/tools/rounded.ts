/** Chances, rates and units of a forecast are told to so many places: more would be made up. */
export const rounded = (value: number, places = 2): number => Number(value.toFixed(places));
