package ma.jisr.map.report;

import java.time.Instant;

/**
 * A voice as it is kept with its hotspot.
 *
 * @param who the person's pseudonym at this hotspot: the same from day to day, so that one person
 *     is one; another at every other hotspot, so that nobody's ways can be followed
 * @param to the person's id, sealed: to thank them once; it goes with the voice
 * @param said of it
 * @param words where it is now; "" for none
 * @param assured whether somebody vouches for who spoke
 * @param believed whether it counts: not of somebody who has been wrong again and again
 * @param link by which it came
 * @param day in Morocco, days since 1970
 * @param at when
 * @param key of the call
 */
record Vote(
    String who,
    String to,
    Said said,
    String words,
    boolean assured,
    boolean believed,
    String link,
    long day,
    Instant at,
    String key) {}
