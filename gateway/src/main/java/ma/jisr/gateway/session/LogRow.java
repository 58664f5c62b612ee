package ma.jisr.gateway.session;

import java.time.Instant;

/**
 * One row of the message log, as it rides in the person's document until it is copied out. It says
 * that something was said, never what or to which number.
 *
 * @param id the mark of the input, or the id of the outbox entry
 * @param at when
 * @param way {@code MO} from the person, {@code MT} to the person
 * @param kind {@code BEGIN}, {@code ANSWER}, {@code RELEASE}, {@code MESSAGE}, {@code SCREEN} …
 * @param link by which
 * @param state {@code taken in}, {@code made}, or what became of it
 */
public record LogRow(String id, Instant at, String way, String kind, String link, String state) {}
