package ma.jisr.app.wiring;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.app.settings.Settings;
import ma.jisr.base.Vault;
import ma.jisr.gateway.session.SessionEngine;
import ma.jisr.service.AccountPorts;
import ma.jisr.service.Holding;
import ma.jisr.service.Service;
import ma.jisr.service.account.AccountsDesk;
import ma.jisr.service.account.Changed;
import ma.jisr.service.account.KeptWords;
import ma.jisr.service.account.Persons;
import ma.jisr.service.erasure.ErasureLog;
import ma.jisr.service.erasure.ErasureRules;
import ma.jisr.service.erasure.Erasures;
import ma.jisr.service.proof.Proofs;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/**
 * What people may ask about what is kept of them, put together.
 *
 * @param persons to be connected with the engine
 * @param erasures whose keeper is to be started
 * @param desk that is asked
 */
public record AccountWork(Persons persons, Erasures erasures, AccountsDesk desk) {
  /** The part whose key makes codes and hashes. */
  private static final String PART = "accounts";

  /** Where people read their copy, behind the host. */
  private static final String PAGE = "/me";

  /** What is kept of it. */
  public static List<CollectionSpec> collections() {
    List<CollectionSpec> all = new ArrayList<>(AccountsDesk.COLLECTIONS);
    all.add(Erasures.SPEC);
    return List.copyOf(all);
  }

  /** What all of it stands on. */
  record Ground(
      Store store, Vaults vaults, ErasureLog erased, Proofs proofs, InstantSource clock) {}

  static AccountWork of(Ground on) {
    Persons persons = new Persons();
    Vault vault = on.vaults().of(PART);
    Erasures erasures =
        new Erasures(on.store(), persons, on.erased(), vault, ErasureRules.USUAL, on.clock());
    return new AccountWork(
        persons,
        erasures,
        new AccountsDesk(on.store(), persons, erasures, on.proofs(), vault, on.clock()));
  }

  /** What the account service is handed. */
  AccountPorts ports(Settings settings) {
    return new AccountPorts(
        desk,
        KeptWords.read(settings.logKeep()),
        settings.api().address().map(host -> host + PAGE));
  }

  /** The engine is there: persons are asked of it from now on. */
  public void connect(SessionEngine engine, InstantSource now) {
    persons.connect(new Registrar(engine.persons(), now));
  }

  /**
   * The services are there: what they keep is told and erased, and who hears notices is told.
   *
   * @param others rooms that no service stands for here
   */
  void over(List<Service> services, List<Holding> others, List<Changed.Hearer> hearers) {
    List<Holding> rooms = new ArrayList<>(others);
    for (Service service : services) rooms.addAll(service.holdings());
    erasures.over(rooms);
    desk.over(rooms, hearers);
  }
}
