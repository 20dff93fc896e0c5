package org.postpurchase.site.endpoint;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.ServletContext;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;
import javax.servlet.http.HttpSession;
import javax.servlet.http.HttpSessionContext;

/**
 * A request and its answer that belong to nobody: the store's filters find a session that lives as
 * long as the request, and no cookie leaves, so that caches may keep the page for everybody. Stores
 * begin a session with each request, and their layouts need the filters.
 */
public final class ForEverybody {
  private static final String SET_COOKIE = "Set-Cookie";

  private ForEverybody() {}

  public static HttpServletRequest request(HttpServletRequest asked) {
    return new Request(asked);
  }

  public static HttpServletResponse response(HttpServletResponse answer) {
    return new Response(answer);
  }

  private static final class Request extends HttpServletRequestWrapper {
    private HttpSession session;

    Request(HttpServletRequest asked) {
      super(asked);
    }

    @Override
    public HttpSession getSession() {
      return getSession(true);
    }

    @Override
    public HttpSession getSession(boolean create) {
      if (session == null && create) {
        session = new Session(getServletContext());
      }
      return session;
    }
  }

  private static final class Response extends HttpServletResponseWrapper {

    Response(HttpServletResponse answer) {
      super(answer);
    }

    @Override
    public void addCookie(Cookie cookie) {
      // belongs to somebody
    }

    @Override
    public void setHeader(String name, String value) {
      if (!SET_COOKIE.equalsIgnoreCase(name)) {
        super.setHeader(name, value);
      }
    }

    @Override
    public void addHeader(String name, String value) {
      if (!SET_COOKIE.equalsIgnoreCase(name)) {
        super.addHeader(name, value);
      }
    }
  }

  /** Attributes in memory; the container knows nothing of it. */
  @SuppressWarnings("deprecation")
  private static final class Session implements HttpSession {
    private final String id = UUID.randomUUID().toString();
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final ServletContext context;
    private int maxInactiveInterval;

    Session(ServletContext context) {
      this.context = context;
    }

    @Override
    public long getCreationTime() {
      return 0;
    }

    @Override
    public String getId() {
      return id;
    }

    @Override
    public long getLastAccessedTime() {
      return 0;
    }

    @Override
    public ServletContext getServletContext() {
      return context;
    }

    @Override
    public void setMaxInactiveInterval(int interval) {
      maxInactiveInterval = interval;
    }

    @Override
    public int getMaxInactiveInterval() {
      return maxInactiveInterval;
    }

    @Override
    public HttpSessionContext getSessionContext() {
      return null;
    }

    @Override
    public Object getAttribute(String name) {
      return attributes.get(name);
    }

    @Override
    public Object getValue(String name) {
      return getAttribute(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
      return Collections.enumeration(attributes.keySet());
    }

    @Override
    public String[] getValueNames() {
      return attributes.keySet().toArray(new String[0]);
    }

    @Override
    public void setAttribute(String name, Object value) {
      if (value == null) {
        attributes.remove(name);
      } else {
        attributes.put(name, value);
      }
    }

    @Override
    public void putValue(String name, Object value) {
      setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
      attributes.remove(name);
    }

    @Override
    public void removeValue(String name) {
      removeAttribute(name);
    }

    @Override
    public void invalidate() {
      attributes.clear();
    }

    /** No cookie announces it. */
    @Override
    public boolean isNew() {
      return false;
    }
  }
}
