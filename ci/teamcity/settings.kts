import jetbrains.buildServer.configs.kotlin.*
import jetbrains.buildServer.configs.kotlin.buildSteps.script

version = "2025.11"

project {
    buildType(Deploy)
}

object Deploy : BuildType({
    name = "Deploy"

    failureConditions { executionTimeoutMin = 70 }

    steps {
        step {
            name = "GitLab pipeline"
            type = "gitlab-trigger"
            param("env.GITLAB_TRIGGER_GITLAB_URL", "https://gitlab.example.com")
            param("env.GITLAB_TRIGGER_PROJECT_ID", "group/app")
            param("env.GITLAB_TRIGGER_REF", "main")
            param("env.GITLAB_TRIGGER_TOKEN", "%gitlab.trigger.token%")
            param("env.GITLAB_TRIGGER_ACCESS_TOKEN", "%gitlab.api.token%")
            param("env.GITLAB_TRIGGER_VARIABLES", "IMAGE_TAG=%build.vcs.number%")
            param("env.GITLAB_TRIGGER_WAIT", "true")
            param("env.GITLAB_TRIGGER_TIMEOUT", "1h")
        }
        script {
            name = "Announce"
            executionMode = BuildStep.ExecutionMode.ALWAYS
            scriptContent = """echo "Pipeline ${'$'}TRIGGERED_PIPELINE_ID ended as ${'$'}TRIGGERED_OUTCOME, see ${'$'}TRIGGERED_WEB_URL""""
        }
    }
})
