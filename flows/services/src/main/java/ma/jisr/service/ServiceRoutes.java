package ma.jisr.service;

import ma.jisr.flow.operation.OperationRequest;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * The routes of a service: each leads from an operation's name to its answer. Typed bodies, no
 * headers; an answer that is there at once is given on the caller's thread.
 */
public abstract class ServiceRoutes extends RouteBuilder {
  private final Service service;

  protected ServiceRoutes(Service service) {
    this.service = service;
  }

  /** Where an operation is reached. Without a consumer a caller is refused, not kept waiting. */
  public static String address(String operation) {
    return "direct:" + operation + "?block=false";
  }

  /** Failures go back to the caller, who asks again; Camel's handler would log what people sent. */
  protected void failuresGoBack() {
    errorHandler(noErrorHandler());
  }

  /** The step that asks the service: takes an OperationRequest, gives an OperationResult. */
  protected AsyncProcessor answer() {
    return new Answer();
  }

  private final class Answer extends AsyncProcessorSupport {
    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
      try {
        if (!(exchange.getMessage().getBody() instanceof OperationRequest request))
          throw new IllegalArgumentException("the body is no OperationRequest");
        var answered = service.answer(request).toCompletableFuture();
        boolean atOnce = answered.isDone();
        var unused =
            answered.whenComplete(
                (result, failure) -> {
                  if (failure == null) exchange.getMessage().setBody(result);
                  else exchange.setException(failure);
                  callback.done(atOnce);
                });
        return atOnce;
      } catch (Exception e) {
        exchange.setException(e);
        callback.done(true);
        return true;
      }
    }
  }
}
