package ma.jisr.app.channels;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import ma.jisr.sandbox.Sandbox;
import ma.jisr.sandbox.SandboxSettings;
import ma.jisr.sandbox.centre.CentreSettings;
import ma.jisr.sandbox.phone.Phone;
import ma.jisr.sandbox.phone.PhoneEvent;
import ma.jisr.sandbox.phone.PhoneException;
import ma.jisr.sandbox.phone.UssdScreen;
import ma.jisr.sandbox.smpp.LinkSettings;
import ma.jisr.sandbox.wallet.WalletSettings;

/** A basic phone at an operator's centre, by USSD or by SMS over SMPP. */
final class SmppHandset implements Handset {
  private static final String SMS = "2121";
  private static final String USSD = "*585#";
  private static final String PASSWORD = "s3cret";

  private final Kind kind;
  private final Vertx vertx = Vertx.vertx();
  private final Sandbox sandbox;
  private final Texts texts = new Texts();
  private Phone phone;
  private Runnable unwatch = () -> {};
  private String held = "";
  private boolean holds;

  /**
   * @param kind USSD or SMS
   * @param folder where the centre may write
   */
  SmppHandset(Kind kind, Path folder) {
    this.kind = kind;
    this.sandbox =
        await(
            Sandbox.start(
                vertx,
                new SandboxSettings(
                    new LinkSettings(0, "jisr", PASSWORD),
                    new CentreSettings(SMS, USSD),
                    folder,
                    WalletSettings.usual(null))));
    this.phone = phone(9_999);
  }

  @Override
  public String name() {
    return kind + " over SMPP";
  }

  @Override
  public Kind kind() {
    return kind;
  }

  private String id() {
    return kind == Kind.USSD ? "smppu" : "smpps";
  }

  @Override
  public List<String> links() {
    String carries = kind == Kind.USSD ? "ussd" : "sms";
    return List.of(
        "{id: %s, type: smpp, host: 127.0.0.1, port: %d, system-id: jisr, password: \"${SMPP_%s}\", carries: [%s]}"
            .formatted(id(), sandbox.port(), kind, carries));
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("SMPP_" + kind, PASSWORD);
  }

  @Override
  public void meets(int door) {
    // The product binds of its own accord; until then a phone has no network.
  }

  @Override
  public void heldBy(int person) {
    if (texts.reader().equals(Handset.msisdn(person))) return;
    unwatch.run();
    boolean unused = texts.readBy(Handset.msisdn(person));
    phone = phone(person);
    unwatch = phone.watch(this::happened);
  }

  private Phone phone(int person) {
    return await(sandbox.centre().phone("+" + Handset.msisdn(person)));
  }

  private void happened(PhoneEvent event) {
    if (kind == Kind.USSD && event instanceof PhoneEvent.Shown(var screen))
      texts.add(Shown.plain(screen.text(), !screen.open()));
    else if (kind == Kind.SMS && event instanceof PhoneEvent.Received(var message))
      texts.add(Shown.plain(message.text(), false));
  }

  @Override
  public void type(String text) throws Exception {
    if (kind == Kind.USSD) ussd(text);
    else if (holds) {
      holds = false;
      held = text;
    } else {
      sms(text);
      if (!held.isEmpty()) sms(held);
      held = "";
    }
  }

  private void sms(String text) throws Exception {
    int unused = phone.sms(SMS, text).await(PATIENCE, TimeUnit.SECONDS);
  }

  private void ussd(String text) throws Exception {
    boolean open = phone.screen().filter(screen -> screen.open()).isPresent();
    if (!open || text.startsWith("*")) dial(text.startsWith("*") ? text : USSD);
    else if (phone.answer(text).transform(this::answered).await(PATIENCE, TimeUnit.SECONDS)) return;
    else goOn(text);
  }

  private Future<Boolean> answered(AsyncResult<UssdScreen> screen) {
    return Future.succeededFuture(screen.succeeded());
  }

  /** The dialogue has broken off: it is dialled again and gone on with. */
  private void goOn(String text) throws Exception {
    dial(USSD);
    wait(phone.answer(read().choice("Continuer").orElseThrow().pressed()));
    Shown unused = read();
    wait(phone.answer(text));
  }

  /** Until there is network: whoever hears that there is none dials again. */
  private void dial(String code) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    while (true) {
      try {
        wait(phone.dial(code));
        return;
      } catch (PhoneException e) {
        if (System.nanoTime() > end) throw e;
        await(vertx.timer(10, TimeUnit.MILLISECONDS));
      }
    }
  }

  private static void wait(Future<?> screen) throws Exception {
    var unused = screen.await(PATIENCE, TimeUnit.SECONDS);
  }

  @Override
  public Texts texts() {
    return texts;
  }

  @Override
  public String complaints() {
    return sandbox.centre().complaints().toString();
  }

  @Override
  public void hangUp() {
    if (kind == Kind.USSD) await(phone.losesNetwork());
  }

  @Override
  public Set<Fault> faults() {
    return kind == Kind.USSD
        ? Set.of(Fault.BUSY, Fault.TWICE, Fault.DROPPED)
        : Set.of(Fault.values());
  }

  @Override
  public void suffer(Fault fault) {
    switch (fault) {
      case BUSY -> sandbox.centre().troubles().throttleNext(1);
      case TWICE -> sandbox.centre().troubles().repeatNext(1);
      case SWAPPED -> holds = true;
      case DROPPED -> await(sandbox.centre().dropLinks());
    }
  }

  @Override
  public void close() {
    await(sandbox.close());
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
