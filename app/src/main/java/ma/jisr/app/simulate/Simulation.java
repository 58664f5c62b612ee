package ma.jisr.app.simulate;

/** Runs of simulated worlds: each follows from its seed alone. Confined to one thread. */
public final class Simulation {
  private final Rehearsal rehearsal = Rehearsal.read();
  private final Plant plant;

  /**
   * @param plant the bug to put in
   */
  public Simulation(Plant plant) {
    this.plant = plant;
  }

  /** One world, from its beginning to its rest. */
  public Report run(long seed) {
    return new World(seed, plant, rehearsal).run();
  }
}
