package dev.gatehouse.jenkins.real;

/** Pipelines on the project's samples. */
final class Scripts {
    private static final String APPROVALS =
            """
            versions:
              apps:
                shop:
                  ios: {store: "https://store.example/shop", channels: [stable]}
            approvals:
              roles:
                product: [ada, bob]
              require:
                product: 1
            """;
    private static final String JIRA =
            """
            trackers:
              jira:
                project: SHOP
                login: {token: {env: JIRA_TOKEN}}
            """;
    private static final String JIRA_RELEASE =
            """
            trackers:
              jira:
                project: SHOP
                login: {token: {env: JIRA_TOKEN}}
                release:
                  rules: {done: ignore, keyed: ignore}
            """;

    private Scripts() {}

    /** Lays a sample into the workspace as somebody's commit, with more in its policy. */
    private static String commit(String sample, String policy) {
        return """
                sh '''set -e
                rm -rf * .git .gatehouse.yml
                cp -r "%s"/. .
                rm -rf gatehouse-report
                cat >> .gatehouse.yml <<END
                %s
                END
                git init -q .
                git add .gatehouse.yml pom.xml src
                git -c user.name=Grace -c user.email=grace@example.org commit -qm one
                '''
                """
                .formatted(Given.sample(sample), policy);
    }

    /** Scans what passes and proposes it; {@code then} goes on outside of the node. */
    static String gate(String version, String then) {
        return gate(version, APPROVALS, then);
    }

    /** The same where Jira has a say. */
    static String gateWithJira(String version, String then) {
        return gate(version, APPROVALS + JIRA_RELEASE, then);
    }

    private static String gate(String version, String policy, String then) {
        return """
                node {
                  %s
                  securityScan(only: 'sast,sca')
                  releaseGate(app: 'shop', platform: 'ios', version: '%s', artifacts: '**/*.jar', waiting: false)
                }
                """
                        .formatted(commit("healthy-service", policy), version)
                + then;
    }

    static String waiting(String version, String more) {
        return "releaseGate(app: 'shop', platform: 'ios', version: '%s'%s)\n".formatted(version, more);
    }

    static String publish(String version) {
        return "publishClientVersion(app: 'shop', platform: 'ios', version: '%s')".formatted(version);
    }

    /** Two scans at once on what fails, with the results of both in the log. */
    static String parallel() {
        return """
                node {
                  %s
                  parallel one: {
                    def r = securityScan(only: 'sast', onFailure: 'unstable')
                    echo "one ${r.id} ${r.verdict} ${r.newFindings > 0} ${r.counts.critical >= 0}"
                  }, two: {
                    def r = securityScan(only: 'sca', onFailure: 'nothing', onIncomplete: 'nothing')
                    echo "two ${r.id}"
                  }
                }
                """
                .formatted(commit("vulnerable-shop", "version: 1"));
    }

    /** A scan that can use nothing of those before. */
    static String scan(String arguments) {
        return """
                node {
                  %s
                  withEnv(["GATEHOUSE_CACHE=${pwd()}@cache"]) {
                    securityScan(%s)
                  }
                }
                """
                .formatted(commit("vulnerable-shop", "version: 1"), arguments);
    }

    /** Tells a Jira of findings. */
    static String link() {
        return """
                node {
                  %s
                  securityScan(only: 'sast', onFailure: 'nothing')
                  linkFindings(to: 'jira', wait: 5)
                }
                """
                .formatted(commit("vulnerable-shop", "version: 1\n" + JIRA));
    }
}
