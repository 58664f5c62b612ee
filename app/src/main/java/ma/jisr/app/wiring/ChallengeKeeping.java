package ma.jisr.app.wiring;

import ma.jisr.base.Loop;
import ma.jisr.flow.port.Introducer;
import ma.jisr.service.challenges.ChallengeKeeper;

/** The challenges of a running node: what they have to tell is told. */
final class ChallengeKeeping {
  private ChallengeKeeping() {}

  /** Starts it; what it has to stop is pushed. */
  static void start(Loop loop, ChallengeWork work, Introducer engine, Stopping stopping) {
    work.speech().connect(engine);
    ChallengeKeeper keeper = new ChallengeKeeper(loop, work.duties());
    keeper.start();
    stopping.pushClose("the challenges' keeper", keeper::stop);
  }
}
