package ma.jisr.sandbox.phone;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that happens on a phone's display. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PhoneEvent.Shown.class, name = "shown"),
  @JsonSubTypes.Type(value = PhoneEvent.Received.class, name = "received"),
  @JsonSubTypes.Type(value = PhoneEvent.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = PhoneEvent.Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = PhoneEvent.Sent.class, name = "sent")
})
public sealed interface PhoneEvent {

  /** A USSD screen appears. */
  record Shown(UssdScreen screen) implements PhoneEvent {}

  /** An SMS arrives. */
  record Received(TextMessage message) implements PhoneEvent {}

  /** Something has not come about, or an open session is gone. */
  record Failed(Failure failure) implements PhoneEvent {}

  /** The centre refused what a program wanted to show here: a fault of that program. */
  record Refused(String why) implements PhoneEvent {}

  /** An SMS of the phone has been taken by the program, in so many segments. */
  record Sent(int segments) implements PhoneEvent {}
}
