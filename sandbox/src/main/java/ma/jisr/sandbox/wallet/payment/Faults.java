package ma.jisr.sandbox.wallet.payment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The troubles that were asked for by a call, and the reading of marked amounts. */
public final class Faults {
  /** The most orders of troubles at a time, and requests known to have been forgotten. */
  private static final int PLANS = 100;

  private final boolean marks;
  private final List<Plan> plans = new ArrayList<>();
  private final LinkedHashSet<String> forgotten = new LinkedHashSet<>();

  /**
   * Troubles that are asked for.
   *
   * @param fault which
   * @param left how often still
   */
  public record Plan(Fault fault, int left) {}

  /**
   * Without any yet.
   *
   * @param marks whether the centimes of amounts ask for some
   */
  public Faults(boolean marks) {
    this.marks = marks;
  }

  /** Makes the trouble the next so many times; false when too many wait already. */
  public boolean plan(Fault fault, int times) {
    if (plans.size() >= PLANS || times < 1) {
      return false;
    }
    plans.add(new Plan(fault, times));
    return true;
  }

  /** Makes none any more, but marked ones. */
  public void clear() {
    plans.clear();
  }

  /** What is planned. */
  public List<Plan> planned() {
    return List.copyOf(plans);
  }

  /** The trouble of a request to pay that comes now; what was forgotten is heard the next time. */
  public Fault ofPayment(String correlation, long centimes) {
    Fault planned = next(false);
    Fault fault = planned == Fault.NONE && marks ? Fault.marked(centimes) : planned;
    return fault.forgets() && !forgotten(correlation) ? Fault.NONE : fault;
  }

  /** Whether the request is forgotten now, for the first time. */
  private boolean forgotten(String correlation) {
    if (forgotten.size() >= PLANS) {
      forgotten.removeFirst();
    }
    return forgotten.add(correlation);
  }

  /** The trouble of any request that comes now. */
  public Fault ofRequest() {
    return next(true);
  }

  private Fault next(boolean any) {
    for (int i = 0; i < plans.size(); i++) {
      Plan plan = plans.get(i);
      if (plan.fault().ofAnyRequest() == any) {
        if (plan.left() == 1) {
          plans.remove(i);
        } else {
          plans.set(i, new Plan(plan.fault(), plan.left() - 1));
        }
        return plan.fault();
      }
    }
    return Fault.NONE;
  }
}
