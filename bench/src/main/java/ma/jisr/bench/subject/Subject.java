package ma.jisr.bench.subject;

import java.io.IOException;
import java.nio.file.Path;

/** Something that binds to an SMSC and answers what phones say. */
public interface Subject {
  /** What it is, in a word or two. */
  String name();

  /** Why it cannot run on this machine; empty when it can. */
  String missing();

  /** Whether it knows USSD. */
  boolean ussd();

  /**
   * Starts it against the SMSC on this port of 127.0.0.1.
   *
   * @param folder where it may write; what it says goes to a file there
   */
  Running start(int port, Path folder) throws IOException;
}
