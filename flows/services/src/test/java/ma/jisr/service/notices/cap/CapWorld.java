package ma.jisr.service.notices.cap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.flow.parse.CommonTexts;
import ma.jisr.flow.render.Renderer;
import ma.jisr.flow.render.Words;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.service.audience.GroupAreas;
import ma.jisr.service.audience.Topic;
import ma.jisr.service.notices.area.Geocodes;
import ma.jisr.service.notices.notice.Alarm;
import ma.jisr.service.notices.notice.Aloud;
import ma.jisr.service.notices.notice.Hand;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.NoticeRules;
import ma.jisr.service.notices.notice.Notices;
import ma.jisr.service.notices.notice.PlainMailings;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.proof.Codes;
import ma.jisr.service.proof.Proofs;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/** A node that takes the alerts of the water agency, which signs, and of a dam, which does not. */
final class CapWorld {
  static final Gazetteer GAZETTEER = StarterGazetteer.read();
  static final Renderer RENDERER = new Renderer(Words.from(CommonTexts.load()));
  static final Vault VAULT = Vault.passing(new Random(5));
  static final Geocodes GEOCODES = new Geocodes(GAZETTEER);
  static final Instant SENT = Instant.parse("2026-11-20T17:00:00Z");
  static final String DAM = "barrage@dam.example";

  final AtomicReference<Instant> now = new AtomicReference<>(SENT.plusSeconds(60));
  final PlainMailings mailings = new PlainMailings();
  final Store store;
  final Notices notices;
  final CapDesk desk;

  /** In which the water agency may sign with a certificate. */
  CapWorld(X509Certificate certificate) {
    this(certificate, UnaryOperator.identity(), Territory.of(List.of("marrakech-safi")));
  }

  CapWorld(X509Certificate certificate, UnaryOperator<Store> faults, Territory territory) {
    store =
        faults.apply(
            new MemoryStore(
                Stream.of(
                        Notices.COLLECTIONS,
                        Batches.SPECS,
                        List.of(ChangeFeed.SPEC, Proofs.SPEC),
                        CapDesk.COLLECTIONS)
                    .flatMap(List::stream)
                    .toList()));
    notices =
        Notices.on(
            new Notices.Ground(
                store,
                () -> GAZETTEER,
                new ChangeFeed(store, now::get),
                mailings,
                RENDERER,
                new Proofs(store, VAULT, Codes.under(VAULT)),
                new Outboxes(),
                Alarm.NONE,
                Aloud.NOBODY,
                GroupAreas.NONE,
                NoticeRules.USUAL,
                now::get,
                Runnable::run));
    CapSources sources =
        new CapSources(
            List.of(
                new CapSource(
                    "eau",
                    "Agence du bassin",
                    "alerte@eau.example",
                    territory,
                    List.of(certificate),
                    Optional.empty()),
                new CapSource(
                    "dam", "Barrage", DAM, territory, List.of(), Optional.of(Topic.WATER))));
    desk = new CapDesk(sources, store, notices.desk(), () -> GEOCODES, now::get, Runnable::run);
  }

  void pass(Duration time) {
    now.set(now.get().plus(time));
  }

  /** A file that lay in the inbox. */
  CapRuling take(String file) {
    return desk.take(file.getBytes(UTF_8), Optional.empty()).join();
  }

  CapRuling take(String file, Hand bearer) {
    return desk.take(file.getBytes(UTF_8), Optional.of(bearer)).join();
  }

  Notice taken(String file) {
    return taken(take(file));
  }

  static Notice taken(CapRuling ruling) {
    if (ruling instanceof CapRuling.Taken taken) return taken.notice();
    throw new AssertionError(lines(ruling));
  }

  static Fault fault(CapRuling ruling) {
    if (ruling instanceof CapRuling.Refused refused) return refused.problems().getFirst().fault();
    throw new AssertionError("it was taken");
  }

  private static List<String> lines(CapRuling ruling) {
    return ruling instanceof CapRuling.Refused refused
        ? refused.problems().stream().map(CapProblem::line).toList()
        : List.of();
  }

  Notice now(String id) {
    return notices.shelf().get(id).join().orElseThrow().thing();
  }
}
