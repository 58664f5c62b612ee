package ma.jisr.service.notices.mailing;

/** Somebody in a list. */
record Found(String person, String list) {}
