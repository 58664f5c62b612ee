package ma.jisr.service.account;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.service.Held;

/** What the gateway itself keeps of somebody, as it is told them. */
final class GatewayHeld {
  private GatewayHeld() {}

  static List<Held> of(Portrait portrait) {
    List<Held> held = new ArrayList<>();
    held.add(
        new Held(
            "address",
            "address_why",
            portrait.numbers().size() + portrait.chats().size(),
            "until_silent"));
    held.add(new Held("profile", "profile_why", 1, "until_silent"));
    if (!portrait.flows().isEmpty())
      held.add(new Held("conversations", "conversations_why", portrait.flows().size(), "days_7"));
    if (portrait.waiting() > 0)
      held.add(new Held("messages", "messages_why", portrait.waiting(), "days_1"));
    held.add(new Held("log", "log_why", 1, "log_keep"));
    return List.copyOf(held);
  }
}
