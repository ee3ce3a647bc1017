// The names of the colour sets that the site offers its readers.
return [...new Set(choices(COLOURS).flatMap(offered).filter((value) => value && value !== "on"))];
