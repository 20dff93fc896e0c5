package org.postpurchase.demo.launcher;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.apache.catalina.Context;
import org.apache.catalina.Host;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Service;
import org.apache.catalina.WebResourceRoot;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Constants;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.SemaphoreValve;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.tomcat.util.descriptor.web.ContextResource;
import org.apache.tomcat.util.scan.StandardJarScanner;

/**
 * One Tomcat with an explicit order: bind the port, start the webapps one after the other, and only
 * then take requests.
 *
 * <p>Requests that arrive early wait in the port's queue instead of seeing half a shop.
 */
final class ShopServer {
  private static final int MAX_THREADS = 250;
  private static final int ACCEPT_COUNT = 300;
  private static final String[] POOL_NAMES = {"jdbc/web", "jdbc/secure", "jdbc/storage"};
  private static final String[][] MIME_TYPES = {
    {"css", "text/css"},
    {"js", "application/javascript"},
    {"json", "application/json"},
    {"svg", "image/svg+xml"},
    {"png", "image/png"},
    {"jpg", "image/jpeg"},
    {"gif", "image/gif"},
    {"ico", "image/x-icon"},
    {"html", "text/html"},
    {"txt", "text/plain"},
    {"woff", "font/woff"},
    {"ttf", "font/ttf"},
    {"eot", "application/vnd.ms-fontobject"},
  };

  private final Tomcat tomcat = new Tomcat();
  private final Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");

  private final ShopModules modules;

  ShopServer(File workDirectory, int requestsAtOnce, ShopModules modules) {
    this.modules = modules;
    tomcat.setBaseDir(workDirectory.getPath());
    tomcat.enableNaming();
    Host host = tomcat.getHost();
    host.setAutoDeploy(false);
    host.getPipeline().addValve(new FailureLog(System.err::println));
    SemaphoreValve throttle = new SemaphoreValve();
    throttle.setConcurrency(requestsAtOnce);
    throttle.setFairness(true);
    host.getPipeline().addValve(throttle);
  }

  /**
   * Fails if another program listens on the port; 0 is always free.
   *
   * @throws DemoFailure with what to do about it
   */
  static void checkFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw portTaken(port, e);
    }
  }

  private static DemoFailure portTaken(int port, Exception cause) {
    return new DemoFailure(
        "Port "
            + port
            + " cannot be used ("
            + DemoDatabase.rootMessage(cause).replaceAll("\\.$", "")
            + "). Stop what listens there or start with another port: PORT=8081 demo-store/run",
        cause);
  }

  /**
   * Takes the port.
   *
   * @param wanted the port, or 0 for any free one
   * @return the port taken
   * @throws DemoFailure if another program has it
   */
  int bind(int wanted) throws LifecycleException {
    Service service = tomcat.getService();
    connector.setPort(wanted);
    connector.setProperty("maxThreads", String.valueOf(MAX_THREADS));
    connector.setProperty("acceptCount", String.valueOf(ACCEPT_COUNT));
    connector.setURIEncoding("UTF-8");
    connector.setService(service);
    try {
      connector.init();
    } catch (LifecycleException e) {
      throw new DemoFailure(
          "Port "
              + wanted
              + " cannot be used ("
              + DemoDatabase.rootMessage(e).replaceAll("\\.$", "")
              + "). Stop what listens there or start with another port: PORT=8081 demo-store/run",
          e);
    }
    tomcat.getServer().start();
    return connector.getLocalPort();
  }

  /**
   * Starts one webapp and waits until it is up. Two may be started at the same time by two threads.
   *
   * @throws DemoFailure if it does not come up; the reason is in the log
   */
  void startWebapp(String path, File directory, boolean waitsForShop) {
    StandardContext webapp = new StandardContext();
    webapp.setName(path);
    webapp.setPath(path);
    webapp.setDocBase(directory.getPath());
    webapp.setContainerSciFilter(".*");
    webapp.setClearReferencesRmiTargets(false);
    webapp.setClearReferencesStopThreads(false);
    webapp.setUnpackWAR(false);
    StandardJarScanner scanner = new StandardJarScanner();
    scanner.setScanManifest(false);
    scanner.setScanClassPath(false);
    webapp.setJarScanner(scanner);
    for (String name : POOL_NAMES) {
      webapp.getNamingResources().addResource(pool(name, waitsForShop));
    }
    for (String[] type : MIME_TYPES) {
      webapp.addMimeMapping(type[0], type[1]);
    }
    // The admin hands what it does not know to a servlet of this name; nothing is mapped to it
    // here.
    Tomcat.addServlet((Context) webapp, "default", "org.apache.catalina.servlets.DefaultServlet");
    // Takes every method: the shop's own servlet would refuse to show its error page after a POST.
    webapp.addServletMappingDecoded("/error/*", "default");
    ContextConfig config = new ContextConfig();
    config.setDefaultWebXml(Constants.NoDefaultWebXml);
    webapp.addLifecycleListener(config);
    StandardRoot resources = new StandardRoot(webapp);
    // Most names that a class loader is asked for are in none of 150 jars: it need not open each.
    resources.setArchiveIndexStrategy(WebResourceRoot.ArchiveIndexStrategy.BLOOM.name());
    modules.addTo(resources);
    webapp.setResources(resources);
    tomcat.getHost().addChild(webapp);
    if (webapp.getState() != LifecycleState.STARTED) {
      throw new DemoFailure("The webapp in " + directory + " did not start.");
    }
  }

  private static ContextResource pool(String name, boolean waitsForShop) {
    ContextResource resource = new ContextResource();
    resource.setName(name);
    resource.setType("javax.sql.DataSource");
    resource.setAuth("Container");
    resource.setProperty("factory", SharedPool.class.getName());
    if (waitsForShop) {
      resource.setProperty(SharedPool.WAITS, "true");
    }
    return resource;
  }

  void takeRequests() {
    tomcat.getService().addConnector(connector);
  }

  void await() {
    tomcat.getServer().setPort(-1);
    tomcat.getServer().await();
  }

  void stop() throws LifecycleException {
    tomcat.getServer().stop();
    tomcat.getServer().destroy();
  }
}
