package ma.jisr.gateway.session;

import ma.jisr.flow.operation.Operations;
import ma.jisr.gateway.delivery.Channels;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.gateway.route.OperationCaller;
import ma.jisr.store.Store;

/**
 * What the session engine stands on.
 *
 * @param store with the collections of {@link SessionCollections}
 * @param stepper decides turns
 * @param caller makes calls
 * @param operations that may be called, for the longest values of their answers
 * @param links what is known of the links
 * @param channels the links themselves
 * @param keys for aliases, fields and pseudonyms
 * @param counters where to count
 */
public record Ground(
    Store store,
    Stepper stepper,
    OperationCaller caller,
    Operations operations,
    Links links,
    Channels channels,
    Keys keys,
    Counters counters) {}
