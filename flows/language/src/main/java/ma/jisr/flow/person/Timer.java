package ma.jisr.flow.person;

import java.time.Instant;

/**
 * Something to look at later.
 *
 * @param id given back by {@link ma.jisr.flow.Input.Fired}
 * @param at when
 */
public record Timer(String id, Instant at) {}
