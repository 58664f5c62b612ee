package ma.jisr.map.ledger;

import java.util.function.Function;
import java.util.function.Predicate;
import ma.jisr.base.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A wish to change something.
 *
 * @param deed in a word, for its history and the feed
 * @param version that the actor has seen; null when it does not matter
 * @param may whether the actor may touch it, as it was and as it shall be
 * @param next what it shall be; asked again when somebody else was quicker
 * @param writeId the caller's name for what they do
 */
public record Edit<T>(
    Actor actor,
    String deed,
    String id,
    @Nullable Long version,
    Predicate<T> may,
    Function<Entry<T>, Next<T>> next,
    String writeId) {}
