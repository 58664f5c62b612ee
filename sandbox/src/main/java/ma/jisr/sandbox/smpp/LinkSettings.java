package ma.jisr.sandbox.smpp;

import java.time.Duration;

/**
 * Who may bind, and the limits of a link.
 *
 * @param port TCP port on the loopback; 0 takes a free one
 * @param systemId that binds, 1-15 characters
 * @param password of it, 1-8 characters (SMPP 3.4, 5.2.2)
 * @param window deliver_sm under way on one link at most; 10 is what SMSCs commonly allow
 * @param response how long a deliver_sm may stay without response before it counts as lost
 * @param enquire how long a link may be silent before the centre asks whether it still lives
 */
public record LinkSettings(
    int port, String systemId, String password, int window, Duration response, Duration enquire) {
  /** The most connections at a time; more than any test of two nodes with four binds each. */
  static final int CONNECTIONS = 16;

  public LinkSettings {
    if (systemId.isEmpty() || systemId.length() > 15) {
      throw new IllegalArgumentException("system-id: 1 to 15 characters");
    }
    if (password.isEmpty() || password.length() > 8) {
      throw new IllegalArgumentException("password: 1 to 8 characters");
    }
  }

  /** The usual limits: a window of 10, 10 s for a response, 30 s of silence. */
  public LinkSettings(int port, String systemId, String password) {
    this(port, systemId, password, 10, Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  @Override
  public String toString() {
    return "LinkSettings[port " + port + ", system-id " + systemId + "]";
  }
}
