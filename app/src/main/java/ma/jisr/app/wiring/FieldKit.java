package ma.jisr.app.wiring;

import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import ma.jisr.base.Agents;
import ma.jisr.base.Vault;
import ma.jisr.gateway.session.Keys;
import ma.jisr.map.report.ReportRules;
import ma.jisr.service.Holding;
import ma.jisr.service.erasure.ErasureLog;
import ma.jisr.service.proof.Codes;
import ma.jisr.service.trail.Trail;

/**
 * What a deployment gives those who listen to the field and to shops.
 *
 * @param reports names and seals who reports
 * @param demand seals the day's salt
 * @param proofs names who proves something
 * @param staff names who serves in shops
 * @param vaults of all other parts
 * @param erased where stands who was erased, outside the store
 * @param rooms of the deployment's own that keep something of people
 * @param codes that are sent
 * @param agents who is registered
 * @param trail where stands what they change
 * @param rules of weighing
 * @param random unpredictable
 */
public record FieldKit(
    Vault reports,
    Vault demand,
    Vault proofs,
    Vault staff,
    Vaults vaults,
    ErasureLog erased,
    List<Holding> rooms,
    Codes codes,
    Agents agents,
    Trail trail,
    ReportRules rules,
    RandomGenerator random) {
  /** Of a deployment's keys. */
  public static FieldKit of(
      Keys keys, Agents agents, Trail trail, ReportRules rules, RandomGenerator random) {
    Vault proofs = new Vault(keys.part("proofs"), random);
    return new FieldKit(
        new Vault(keys.part("reports"), random),
        new Vault(keys.part("demand"), random),
        proofs,
        new Vault(keys.part("staff"), random),
        Vaults.of(keys, random),
        ErasureLog.NONE,
        List.of(),
        Codes.under(proofs),
        agents,
        trail,
        rules,
        random);
  }

  /** For a world without people: what flows are declared with, and looked at. */
  public static FieldKit none() {
    RandomGenerator random = new SecureRandom();
    Vault vault = Vault.passing(random);
    return new FieldKit(
        vault,
        vault,
        vault,
        vault,
        part -> vault,
        ErasureLog.NONE,
        List.of(),
        Codes.under(vault),
        Agents.NONE,
        Trail.NONE,
        ReportRules.USUAL,
        random);
  }

  /** The same with others who are registered, and codes that are known beforehand: for a play. */
  public FieldKit with(Agents others, Codes known, Trail kept) {
    return new FieldKit(
        reports, demand, proofs, staff, vaults, erased, rooms, known, others, kept, rules, random);
  }

  /** The same where others keep something of people, too. */
  public FieldKit keeping(Holding... others) {
    return new FieldKit(
        reports,
        demand,
        proofs,
        staff,
        vaults,
        erased,
        List.of(others),
        codes,
        agents,
        trail,
        rules,
        random);
  }

  /** The same where it is remembered outside the store who was erased. */
  public FieldKit erasing(ErasureLog log) {
    return new FieldKit(
        reports, demand, proofs, staff, vaults, log, rooms, codes, agents, trail, rules, random);
  }
}
