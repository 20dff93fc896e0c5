package org.postpurchase.site;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/**
 * A request whose form nobody reads. The template engine asks for all parameters of the request
 * that it renders for, and the container would then wait for the whole body, however long.
 */
final class UnreadForm extends HttpServletRequestWrapper {

  UnreadForm(HttpServletRequest request) {
    super(request);
  }

  @Override
  public String getParameter(String name) {
    return null;
  }

  @Override
  public String[] getParameterValues(String name) {
    return null;
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Collections.emptyMap();
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.emptyEnumeration();
  }
}
