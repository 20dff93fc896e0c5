package org.postpurchase.messaging.velocity;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.UberspectImpl;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.apache.velocity.util.introspection.VelPropertySet;

/**
 * Lets a template reach map entries, list elements and a few harmless text methods, and nothing
 * else: no classes, no reflection, no setters. Public only because the engine creates it by name.
 */
public final class SandboxUberspect extends UberspectImpl {
  private static final Set<String> TEXT =
      names(
          "length",
          "isEmpty",
          "toUpperCase",
          "toLowerCase",
          "trim",
          "contains",
          "startsWith",
          "equals");
  private static final Set<String> LIST = names("size", "isEmpty", "get");
  private static final Set<String> MAP = names("size", "isEmpty", "get", "containsKey");

  @Override
  @SuppressWarnings("rawtypes") // the engine's own signature
  public Iterator getIterator(Object value, Info where) {
    return value instanceof List ? ((List<?>) value).iterator() : null;
  }

  @Override
  public VelMethod getMethod(Object value, String method, Object[] args, Info where) {
    VelMethod found =
        allowed(value).contains(method) ? super.getMethod(value, method, args, where) : null;
    return found == null ? null : new Counted(found, method.equals("contains"));
  }

  @Override
  public VelPropertyGet getPropertyGet(Object value, String name, Info where) {
    return value instanceof Map && ((Map<?, ?>) value).containsKey(name) ? new Entry(name) : null;
  }

  @Override
  public VelPropertySet getPropertySet(Object value, String name, Object argument, Info where) {
    return null;
  }

  private static Set<String> allowed(Object value) {
    if (value instanceof String) {
      return TEXT;
    }
    if (value instanceof List) {
      return LIST;
    }
    return value instanceof Map ? MAP : Collections.emptySet();
  }

  private static Set<String> names(String... names) {
    return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(names)));
  }

  /** A method whose work is paid for before it is done. */
  private static final class Counted implements VelMethod {
    private final VelMethod method;
    private final boolean searches;

    Counted(VelMethod method, boolean searches) {
      this.method = method;
      this.searches = searches;
    }

    @Override
    public Object invoke(Object value, Object[] args)
        throws IllegalAccessException, InvocationTargetException {
      long own = length(value);
      long given = 0;
      for (Object arg : args) {
        given += length(arg);
      }
      WorkBudget.current().call(own + given + (searches ? own * given / 16 : 0));
      return method.invoke(value, args);
    }

    private static long length(Object value) {
      return value instanceof CharSequence ? ((CharSequence) value).length() : 0;
    }

    @Override
    public boolean isCacheable() {
      return method.isCacheable();
    }

    @Override
    public String getMethodName() {
      return method.getMethodName();
    }

    @Override
    public Class<?> getReturnType() {
      return method.getReturnType();
    }

    @Override
    public java.lang.reflect.Method getMethod() {
      return method.getMethod();
    }
  }

  private static final class Entry implements VelPropertyGet {
    private final String name;

    Entry(String name) {
      this.name = name;
    }

    @Override
    public Object invoke(Object map) {
      WorkBudget.current().call(0);
      return ((Map<?, ?>) map).get(name);
    }

    @Override
    public boolean isCacheable() {
      return false;
    }

    @Override
    public String getMethodName() {
      return "get";
    }
  }
}
