/** An outcome by which somebody is asked to sign in, or a title that says so. */
export const signInWanted = [
  String.raw`\b(?:heading|title|page) ["'](?:please )?(?:sign|log) ?in["']`,
  String.raw`\bredirect\w* to (?:the )?["']?/?(?:log-?in|sign-?in)\b`,
  String.raw`\bbe on (?:the )?["']?/?(?:log-?in|sign-?in)\b`,
  String.raw`\basks? \w+ \w+ to (?:sign|log) in\b`,
  String.raw`\basked to (?:sign|log) in\b`,
  String.raw`\b(?:must|have to|need to|please|should) (?:sign|log) in\b`,
  String.raw`\bauthentication (?:is )?required\b`,
  String.raw`\b(?:not|without being|no longer) (?:signed|logged) in\b`,
  String.raw`\bwithout (?:signing|logging) in\b`,
  String.raw`\bneed credentials\b`,
].join("|");
