package ma.jisr.sandbox.centre;

import ma.jisr.sandbox.phone.Phone;

/** One USSD session of a handset, from dialling to release. */
final class UssdSession {
  private static final int SEQUENCES = 128;
  private final Phone phone;
  private final int number;
  private int sequence;
  private boolean asks;
  private boolean open = true;
  private Runnable idle = () -> {};
  private Runnable whole = () -> {};

  UssdSession(Phone phone, int number) {
    this.phone = phone;
    this.number = number & 0xFF;
  }

  Phone phone() {
    return phone;
  }

  /** Whether it lives. */
  boolean open() {
    return open;
  }

  /** Whether a screen waits for the owner's answer; if not, the owner waits for the program. */
  boolean asks() {
    return asks;
  }

  void asks(boolean now) {
    asks = now;
  }

  /** The its_session_info of what is sent next (SMPP 3.4, 5.3.2.43): a new sequence number. */
  int nextInfo(boolean last) {
    sequence = (sequence + 1) % SEQUENCES;
    return info() | (last ? 1 : 0);
  }

  /** The its_session_info that a program has to send back: that of the newest input. */
  int info() {
    return (number << 8) | (sequence << 1);
  }

  void idle(Runnable timer) {
    idle.run();
    idle = timer;
  }

  void whole(Runnable timer) {
    whole = timer;
  }

  void end() {
    open = false;
    asks = false;
    idle.run();
    whole.run();
  }
}
