package ma.jisr.service.notices.notice;

import ma.jisr.base.Actor;

/**
 * Whose hand does something with a notice, how it came, and how sure it is who they are.
 *
 * @param actor on whose behalf
 * @param way how they came
 * @param standing how sure it is
 */
public record Hand(Actor actor, Way way, Standing standing) {
  /** How sure it is who somebody is. */
  public enum Standing {
    /** A program: an account without a phone, or a file that nothing certifies. */
    PROGRAM,
    /** A program whose words are signed: a CAP source with a certificate. */
    CERTIFIED,
    /** A person's account, with nothing but its token. */
    PERSON,
    /** A person who has just shown that they have the phone of their account. */
    PROVED
  }

  /** Somebody on their registered phone: by USSD, or by SMS behind a code. */
  public static Hand phone(Actor actor) {
    return new Hand(actor, Way.PHONE, Standing.PROVED);
  }

  /**
   * A configured source of CAP files.
   *
   * @param certified whether the file is signed by the source's certificate
   */
  public static Hand source(Actor actor, boolean certified) {
    return new Hand(actor, Way.SOURCE, certified ? Standing.CERTIFIED : Standing.PROGRAM);
  }

  /**
   * A caller of the API or of the command line.
   *
   * @param person whether the account has a phone
   */
  public static Hand account(Actor actor, Way way, boolean person) {
    return new Hand(actor, way, person ? Standing.PERSON : Standing.PROGRAM);
  }

  /** The same, who has just given the code that was sent to the phone of their account. */
  public Hand proved() {
    return new Hand(actor, way, Standing.PROVED);
  }

  /** Whether it is a person who has shown their second factor. */
  public boolean sure() {
    return standing == Standing.PROVED;
  }
}
