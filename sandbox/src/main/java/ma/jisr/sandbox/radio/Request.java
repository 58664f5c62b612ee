package ma.jisr.sandbox.radio;

/**
 * A line from a phone to the network.
 *
 * @param id that its {@link Heard.Done} bears
 * @param command what is to be done
 */
record Request(int id, Command command) {}
