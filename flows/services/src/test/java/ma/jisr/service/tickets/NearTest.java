package ma.jisr.service.tickets;

import static ma.jisr.service.tickets.Quarter.MAIL;
import static ma.jisr.service.tickets.Quarter.now;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import ma.jisr.service.shops.Nearness;
import org.junit.jupiter.api.Test;

/** Who is told that their turn is near: in time, once. */
final class NearTest {
  private final Quarter quarter = new Quarter();

  private List<String> near() {
    return quarter.news().stream().filter(line -> line.contains(" near ")).toList();
  }

  private void queue(Nearness near, int people) {
    quarter.put(
        Quarter.shop(
            Quarter.POST,
            Quarter.CODE,
            "Mo-Sa 09:00-18:00",
            Quarter.service(MAIL, 5, 1, null, near)));
    for (int i = 1; i <= people; i++) quarter.taken("p" + i);
  }

  @Test
  void byPosition() {
    queue(new Nearness(2, 0), 6);
    quarter.act(Act.NEXT);
    assertEquals(List.of("p4 near 4"), near(), "those before it were told by the answer");
    quarter.act(Act.NEXT);
    assertEquals(List.of("p5 near 5"), near());
    quarter.keeper();
    quarter.pass(Duration.ofMinutes(3));
    assertEquals(List.of(), near(), "told once");
  }

  @Test
  void byMinutes() {
    queue(new Nearness(0, 12), 6);
    quarter.act(Act.NEXT);
    quarter.news();
    assertEquals(State.NEAR, quarter.stored("k1").state());
    quarter.pass(Duration.ofMinutes(5));
    quarter.act(Act.NEXT);
    assertEquals(1, near().size());
  }

  @Test
  void withTheTimeThatTheyNeedToCome() {
    queue(new Nearness(1, 5), 6);
    assertEquals(State.WAITING, quarter.stored("k5").state());
    now(quarter.tickets.travel("t", "p6", "k5", 40));
    assertEquals(List.of("p6 near 6"), near());
    now(quarter.tickets.travel("u", "p6", "k5", 60));
    assertEquals(List.of(), near());
  }

  @Test
  void whoGivesBackBringsOthersNearer() {
    queue(new Nearness(1, 0), 4);
    quarter.act(Act.NEXT);
    near();
    now(quarter.tickets.giveBack("g", "p2", "k1"));
    assertEquals(List.of("p4 near 4"), near());
  }

  /** Nobody calls: what the estimate says is looked at again and again all the same. */
  @Test
  void asTimePasses() {
    quarter.pass(Duration.ofHours(21));
    queue(new Nearness(2, 15), 2);
    assertEquals(State.WAITING, quarter.stored("k0").state(), "at seven in the morning");
    quarter.keeper();
    quarter.pass(Duration.ofMinutes(90));
    assertEquals(List.of(), near());
    quarter.pass(Duration.ofMinutes(25));
    assertEquals(List.of("p1 near 1", "p2 near 2"), near());
  }
}
