package ma.jisr.bench.subject;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.jspecify.annotations.Nullable;

/**
 * What a JVM has allocated, asked over JMX from outside
 * (com.sun.management.ThreadMXBean.getTotalThreadAllocatedBytes, the ended threads' included): no
 * flag and no code in the process that is measured.
 */
final class Allocation implements AutoCloseable {
  private final long pid;
  private @Nullable JMXConnector connector;
  private @Nullable ThreadMXBean threads;

  private Allocation(long pid) {
    this.pid = pid;
  }

  static Allocation none() {
    return new Allocation(-1);
  }

  static Allocation of(long pid) {
    return new Allocation(pid);
  }

  long bytes() throws IOException {
    if (pid < 0) return -1;
    ThreadMXBean bean = threads;
    if (bean == null) {
      connector = connect();
      bean =
          ManagementFactory.newPlatformMXBeanProxy(
              connector.getMBeanServerConnection(),
              ManagementFactory.THREAD_MXBEAN_NAME,
              ThreadMXBean.class);
      threads = bean;
    }
    return bean.getTotalThreadAllocatedBytes();
  }

  @SuppressWarnings("BanJNDI") // the address is that of a child process, told by its JVM
  private JMXConnector connect() throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (connector != null) connector.close();
  }
}
