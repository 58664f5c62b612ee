package ma.jisr.store;

import java.time.Instant;

/**
 * A claimed document. The lease only saves work: correctness comes from the version.
 *
 * @param document as it was claimed
 * @param token rises with each claim of this document; a late holder's token is refused
 * @param until when others may claim it; assume clocks two seconds apart
 */
public record Lease(Document document, long token, Instant until) {}
