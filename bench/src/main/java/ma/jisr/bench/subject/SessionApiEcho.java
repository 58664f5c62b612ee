package ma.jisr.bench.subject;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * An ESME on jSMPP's session API, as most write it: a deliver_sm is acknowledged when the listener
 * returns, and a pool of 32 threads submits the reply and waits for its response. TCP_NODELAY,
 * which the API leaves off, is on: without it a USSD step takes 40 ms.
 */
public final class SessionApiEcho {
  private static final int THREADS = 32;

  /** Threads that hand PDUs to the listener. */
  private static final int DEGREE = 8;

  /** PDUs waiting for them: fewer and messages are refused under load. */
  private static final int QUEUE = 10_000;

  /** Milliseconds. */
  private static final long TIMER = 10_000;

  private SessionApiEcho() {}

  /** Arguments: port, text, the answer that ends a dialogue. Runs until it is killed. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Echo echo = new Echo(args[1], args[2]);
    SMPPSession session =
        new SMPPSession(
            (host, port) -> {
              Socket socket = new Socket(host, port);
              socket.setTcpNoDelay(true);
              return new SocketConnection(socket);
            });
    session.setPduProcessorDegree(DEGREE);
    session.setQueueCapacity(QUEUE);
    session.setTransactionTimer(TIMER);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    session.setMessageReceiverListener(new Listener(session, pool, echo));
    session.connectAndBind(
        "127.0.0.1",
        Integer.parseInt(args[0]),
        new BindParameter(
            BindType.BIND_TRX,
            "echo",
            "echo",
            "",
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            null));
    new CountDownLatch(1).await();
  }

  private record Listener(SMPPSession session, ExecutorService pool, Echo echo)
      implements MessageReceiverListener {
    @Override
    public void onAcceptDeliverSm(DeliverSm deliver) {
      pool.execute(() -> answer(deliver));
    }

    private void answer(DeliverSm deliver) {
      try {
        session.submitShortMessage(
            deliver.getServiceType(),
            TypeOfNumber.valueOf(deliver.getDestAddrTon()),
            NumberingPlanIndicator.valueOf(deliver.getDestAddrNpi()),
            deliver.getDestAddress(),
            TypeOfNumber.valueOf(deliver.getSourceAddrTon()),
            NumberingPlanIndicator.valueOf(deliver.getSourceAddrNpi()),
            deliver.getSourceAddr(),
            new ESMClass(),
            (byte) 0,
            (byte) 0,
            null,
            null,
            new RegisteredDelivery(0),
            (byte) 0,
            DataCodings.ZERO,
            (byte) 0,
            echo.text(),
            echo.tlvs(deliver));
      } catch (PDUException
          | ResponseTimeoutException
          | InvalidResponseException
          | NegativeResponseException
          | IOException e) {
        throw new IllegalStateException("a reply was not submitted", e);
      }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
      throw new ProcessRequestException("no data_sm here", 3);
    }
  }
}
