package ma.jisr.flow.model;

/**
 * What a flow may cost a person at worst; the linter proves it. Zero means that nothing is
 * promised.
 *
 * @param screens USSD screens from start to the longest end
 * @param seconds for them: 3 s of network a screen, reading at 10 characters a second, 1 s a key
 * @param pages pages per screen
 * @param segments per message
 */
public record Budget(int screens, int seconds, int pages, int segments) {}
