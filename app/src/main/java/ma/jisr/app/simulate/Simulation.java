package ma.jisr.app.simulate;

/** Runs of simulated worlds: each follows from its seed alone. Confined to one thread. */
public final class Simulation {
  private final Rehearsal rehearsal = Rehearsal.read();
  private final int nodes;
  private final Plant plant;

  /**
   * @param nodes 1 with a store of its own, or 2 that share one
   * @param plant the bug to put in
   */
  public Simulation(int nodes, Plant plant) {
    this.nodes = nodes;
    this.plant = plant;
  }

  /** One world, from its beginning to its rest. */
  public Report run(long seed) {
    return new World(seed, nodes, plant, rehearsal).run();
  }
}
