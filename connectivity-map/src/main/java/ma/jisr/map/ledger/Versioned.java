package ma.jisr.map.ledger;

/**
 * Something as it is stored.
 *
 * @param thing as it is
 * @param version of its document, from 0; whoever changes it says which one they have seen
 */
public record Versioned<T>(T thing, long version) {}
