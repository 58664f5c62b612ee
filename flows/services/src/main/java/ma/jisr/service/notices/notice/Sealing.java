package ma.jisr.service.notices.notice;

import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;

/**
 * What is fixed of a notice when it is handed in.
 *
 * @param texts the SMS as they go, by language
 * @param lists of subscribers that it goes to
 * @param digest of all that a second person agrees with
 * @param reach whom it is about to reach
 * @param emergency whether it goes at once and is reviewed afterwards
 */
record Sealing(
    Map<Language, String> texts,
    Set<String> lists,
    String digest,
    Reach reach,
    boolean emergency) {}
