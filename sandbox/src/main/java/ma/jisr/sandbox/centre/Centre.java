package ma.jisr.sandbox.centre;

import static org.jsmpp.SMPPConstant.*;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ma.jisr.sandbox.phone.Failure;
import ma.jisr.sandbox.phone.Network;
import ma.jisr.sandbox.phone.Phone;
import ma.jisr.sandbox.smpp.LinkSettings;
import ma.jisr.sandbox.smpp.SmppServer;
import ma.jisr.sandbox.smpp.Submit;
import ma.jisr.sandbox.smpp.Verdict;
import ma.jisr.sandbox.world.Complaints;
import ma.jisr.sandbox.world.Loop;
import ma.jisr.sandbox.world.Troubles;
import org.jspecify.annotations.Nullable;

/** The simulated operator: a short message centre, a USSD centre, and the phones of its network. */
public final class Centre {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{7,14}");
  private static final int INTERNATIONAL = 1;
  private final Loop loop;
  private final CentreSettings settings;
  private final Troubles troubles = new Troubles();
  private final Complaints complaints = new Complaints();
  private final Map<String, Phone> phones = new HashMap<>();
  private final Network network = new Operator();
  private final SmppServer server;
  private final UssdCentre ussd;
  private final MessageCentre messages;
  private final Prompts prompts;
  private Menu menu = Menu.NONE;

  /** A centre that happens on the loop and takes binds by the settings. */
  public Centre(Loop loop, LinkSettings link, CentreSettings settings) {
    this.loop = loop;
    this.settings = settings;
    var ids = new MessageIds();
    this.server = new SmppServer(loop, link, troubles, complaints, this::submitted);
    this.ussd = new UssdCentre(settings, server.deliveries(), loop, troubles, complaints, ids);
    this.messages = new MessageCentre(settings, server.deliveries(), loop, complaints, ids);
    this.prompts = new Prompts(settings, loop, phones::get, ussd::on);
  }

  /** Listens for programs; must be called on the loop. */
  public Future<NetServer> listen(Vertx vertx) {
    return server.listen(vertx);
  }

  /** Who opens dialogues on phones from the network's side. */
  public Prompter prompter() {
    return prompts;
  }

  /** Who answers when a code of the network's own is dialled; must be called on the loop. */
  public void menu(Menu answers) {
    menu = answers;
  }

  /** The troubles that it makes. */
  public Troubles troubles() {
    return troubles;
  }

  /** What it found wrong with the program. */
  public List<String> complaints() {
    return complaints.all();
  }

  /**
   * The phone of the number, switched on. There is one phone a number.
   *
   * @param msisdn 8-15 international digits, with or without "+"
   */
  public Future<Phone> phone(String msisdn) {
    return loop.ask(
        () -> {
          Phone phone = known(digits(msisdn));
          return phone == null
              ? Future.failedFuture(new IllegalArgumentException("no such number is possible"))
              : phone.comesBack().map(phone);
        });
  }

  /** Closes every link, as a centre that restarts does. */
  public Future<Void> dropLinks() {
    return loop.ask(
        () -> {
          server.closeLinks();
          return Future.succeededFuture();
        });
  }

  /** Breaks off the session of the phone, as a network does that thinks it took too long. */
  public Future<Void> abort(Phone phone) {
    return loop.ask(
        () -> {
          network.release(phone, Failure.ABORTED);
          return Future.succeededFuture();
        });
  }

  private static String digits(String msisdn) {
    return msisdn.startsWith("+") ? msisdn.substring(1) : msisdn;
  }

  private @Nullable Phone known(String msisdn) {
    Phone phone = phones.get(msisdn);
    if (phone != null) {
      return phone;
    }
    if (phones.size() >= CentreSettings.PHONES || !NUMBER.matcher(msisdn).matches()) {
      return null;
    }
    var added = new Phone(msisdn, network, settings.tariff(), loop);
    phones.put(msisdn, added);
    return added;
  }

  private Verdict submitted(Submit submit) {
    if (submit.toTon() != INTERNATIONAL) {
      complaints.add("a destination that is no international number (TON 1)");
      return Verdict.refused(STAT_ESME_RINVDSTTON);
    }
    if (submit.ussdOp().isPresent()) {
      return ussd.screen(submit, phones.get(submit.to()));
    }
    Phone phone = known(submit.to());
    if (phone == null) {
      complaints.add("a destination that no phone can have");
      return Verdict.refused(STAT_ESME_RINVDSTADR);
    }
    return messages.submitted(submit, phone);
  }

  /** What the phones see of the centre. */
  private final class Operator implements Network {
    @Override
    public void dial(Phone phone, String code) {
      prompts.end(phone, PromptEnd.DIALLED);
      if (menu.has(code)) {
        ussd.release(phone);
        if (phone.reachable()) {
          menu.dialled(phone.msisdn());
        } else {
          phone.fail(Failure.NO_NETWORK);
        }
      } else {
        ussd.dial(phone, code);
      }
    }

    @Override
    public void answer(Phone phone, String text) {
      if (prompts.on(phone)) {
        prompts.answer(phone, text);
      } else {
        ussd.answer(phone, text);
      }
    }

    @Override
    public void release(Phone phone, Failure why) {
      if (prompts.on(phone)) {
        prompts.end(phone, why == Failure.CANCELLED ? PromptEnd.REFUSED : PromptEnd.LOST);
        phone.fail(why);
      } else {
        ussd.release(phone, why);
      }
    }

    @Override
    public Future<Integer> sms(Phone phone, String to, String text) {
      return messages.sms(phone, to, text);
    }

    @Override
    public void back(Phone phone) {
      messages.back(phone);
    }
  }
}
