package org.postpurchase.broadleaf.testkit;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.broadleafcommerce.common.web.BroadleafRequestContext;

/** The attributes of one visitor's session, as the host's request context gives them out. */
public final class WebSession implements AutoCloseable {
  private final Map<String, Object> attributes = new HashMap<>();

  /** Does the work within a request of this session. */
  public void request(Work work) throws Exception {
    BroadleafRequestContext context = new BroadleafRequestContext();
    context.setWebRequest(webRequest());
    BroadleafRequestContext.setBroadleafRequestContext(context);
    try {
      WebRequest.call(
          HostContext.get(),
          () -> {
            work.run();
            return null;
          });
    } finally {
      BroadleafRequestContext.setBroadleafRequestContext(null);
    }
  }

  private org.springframework.web.context.request.WebRequest webRequest() {
    return (org.springframework.web.context.request.WebRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {org.springframework.web.context.request.WebRequest.class},
            (proxy, method, arguments) -> answer(method.getName(), arguments));
  }

  private Object answer(String method, Object[] arguments) {
    switch (method) {
      case "getAttribute":
        return attributes.get(arguments[0]);
      case "setAttribute":
        return attributes.put((String) arguments[0], arguments[1]);
      case "removeAttribute":
        return attributes.remove(arguments[0]);
      default:
        throw new UnsupportedOperationException(method);
    }
  }

  @Override
  public void close() {
    attributes.clear();
  }

  /** What happens within a request. */
  public interface Work {
    void run() throws Exception;
  }
}
