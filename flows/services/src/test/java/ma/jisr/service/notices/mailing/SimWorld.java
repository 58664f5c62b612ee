package ma.jisr.service.notices.mailing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.Loop;
import ma.jisr.base.VirtualLoop;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/** A world in which nodes send to simulated phones, and die, in virtual time. */
final class SimWorld {
  static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  static final String LIST = "p:1";

  final VirtualLoop loop = new VirtualLoop(START);
  final MemoryStore store = new MemoryStore(MailingCollections.specs());
  final SimNetwork network = new SimNetwork();
  final SimAudience audience;
  boolean alone = true;
  private int nodes;

  SimWorld(SimAudience audience) {
    this.audience = audience;
  }

  /** A node, until it dies. */
  final class Node implements Loop {
    final String id = "n" + ++nodes;
    final SimCarrier carrier = new SimCarrier(network, this, loop);
    final Ground ground;
    final MailingKeeper keeper;
    final MailingOffice office;
    private boolean dead;

    private Node(Store on) {
      ground = new Ground(this, on, audience, carrier, id, alone, Patience.USUAL);
      keeper = new MailingKeeper(ground);
      office = new MailingOffice(ground, keeper::wake);
    }

    @Override
    public void execute(Runnable task) {
      loop.execute(() -> unlessDead(task));
    }

    @Override
    public Cancel after(Duration delay, Runnable task) {
      return loop.after(delay, () -> unlessDead(task));
    }

    private void unlessDead(Runnable task) {
      if (!dead) task.run();
    }

    @Override
    public Instant now() {
      return loop.now();
    }

    void die() {
      dead = true;
      carrier.die();
    }

    boolean dead() {
      return dead;
    }

    Progress progress(String id) {
      var told = office.progress(id);
      loop.run();
      return told.join().orElseThrow();
    }
  }

  Node node() {
    return node(store);
  }

  private Node node(Store on) {
    Node node = new Node(on);
    node.keeper.start();
    loop.run();
    return node;
  }

  /** A node that dies at one of its writes. */
  Node dying(int atWrite, boolean applied) {
    Node[] made = new Node[1];
    int[] writes = {0};
    FaultyStore.Plan plan =
        (method, collection) -> {
          if (made[0] != null && made[0].dead()) return new FaultyStore.Fault.Refuse(GONE);
          boolean write = method.equals("insert") || method.equals("replaceIf");
          if (!write || ++writes[0] != atWrite) return new FaultyStore.Fault.Pass();
          made[0].die();
          return applied ? new FaultyStore.Fault.LoseReply() : new FaultyStore.Fault.Refuse(GONE);
        };
    made[0] = new Node(new FaultyStore(store, plan));
    made[0].keeper.start();
    loop.run();
    return made[0];
  }

  private static final ma.jisr.store.StoreException.Kind GONE =
      ma.jisr.store.StoreException.Kind.UNREACHABLE;

  void pass(Duration time) {
    loop.advance(time);
  }

  static Mailing mailing(String id, Grade grade, Aim aim) {
    return mailing(id, grade, aim, START);
  }

  /** An ordinary one whose time comes so much after the start. */
  static Mailing later(String id, Duration after) {
    return mailing(id, Grade.ORDINARY, new Aim.Lists(Set.of(LIST)), START.plus(after));
  }

  private static Mailing mailing(String id, Grade grade, Aim aim, Instant from) {
    return new Mailing(
        id,
        aim,
        "water",
        grade,
        "notices",
        from,
        START.plus(Duration.ofHours(4)),
        Map.of(Language.FR, "Coupure d'eau", Language.AR, "انقطاع الماء"),
        Language.FR,
        Optional.empty());
  }

  static Mailing mailing(String id, Grade grade) {
    return mailing(id, grade, new Aim.Lists(Set.of(LIST)));
  }

  /** Every person is counted once, whatever became of them. */
  static void balanced(Progress told) {
    assertEquals(
        told.total(),
        told.sent()
            + told.failed()
            + told.unknown()
            + told.left()
            + told.dropped()
            + told.remaining());
  }
}
