package ma.jisr.app.account;

import java.time.InstantSource;
import java.util.List;
import ma.jisr.app.admin.AdminSocket;
import ma.jisr.app.admin.Await;
import ma.jisr.app.admin.Words;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.gateway.account.Account;
import ma.jisr.gateway.account.AccountException;
import ma.jisr.gateway.account.Accounts;
import ma.jisr.gateway.account.Audit;

/**
 * In whose name a command is done. Whoever can open the administration socket, or the store, is the
 * account of the operating system that runs Jisr and may do everything; with the name of an account
 * it is done with that one's rights and under its id. All of it stands in the audit trail: of a
 * change that it was asked for, before it is done; of everything what came of it, before it is
 * told.
 */
public final class Signatures {
  /** Stands for no account: the owner of the data. */
  public static final String OWNER = "-";

  /** What the trail says of what was done, and of what was refused: as the API would answer. */
  static final int DONE = 200;

  static final int REFUSED = 422;

  private static final Actor THE_OWNER =
      new Actor(Audit.OWNER, Role.ADMINISTRATOR, Territory.EVERYWHERE);

  private final Accounts accounts;
  private final Audit audit;
  private final InstantSource clock;

  public Signatures(Accounts accounts, Audit audit, InstantSource clock) {
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A verb whose first word says in whose name: an account's, or {@link #OWNER}.
   *
   * @param name of the verb, for the trail
   */
  public AdminSocket.Verb verb(String name, Signed work) {
    return words -> {
      Actor actor = actor(Words.at(words, 0));
      List<String> rest = words.subList(1, words.size());
      String did = did(name, rest);
      if (work.changes(rest)) note(actor, did, "", Audit.Line.ASKED);
      Signed.Told told;
      try {
        told = work.run(actor, rest);
      } catch (IllegalArgumentException e) {
        note(actor, did, "", REFUSED);
        throw e;
      }
      note(actor, did, told.of(), DONE);
      return told.lines();
    };
  }

  private Actor actor(String word) throws Exception {
    if (word.equals(OWNER)) return THE_OWNER;
    try {
      Account account = Await.of(accounts.named(word));
      if (account.disabled()) throw new AccountException("the account " + word + " is disabled");
      return account.actor();
    } catch (AccountException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** "hotspots.import": a verb and what it does, never more of what was typed. */
  private static String did(String name, List<String> words) {
    boolean plain = !words.isEmpty() && words.getFirst().matches("[a-z]{1,16}");
    return plain ? name + '.' + words.getFirst() : name;
  }

  private void note(Actor actor, String did, String of, int status) throws Exception {
    Await.of(audit.write(clock.instant(), Audit.Who.at(actor.id()), did, of, status));
  }
}
