import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { ApiError, onSessionLost } from '../api/http.ts'
import { t } from '../app/messages.ts'
import { ErrorNotice } from '../ui/NoticeBox.tsx'
import { Loading } from '../ui/Loading.tsx'
import { LoginForm } from './LoginForm.tsx'
import { LoginPage } from './LoginPage.tsx'
import { MeContext, fetchMe } from './me.ts'

/**
 * The gate: shows the login page to strangers and the rooms to users. When a session ends while somebody works, the
 * rooms stay where they are, with all that was typed, and the login form lies over them.
 */
export function Session({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient()
  const me = useQuery({ queryKey: ['me'], queryFn: ({ signal }) => fetchMe(signal), staleTime: Infinity, retry: retryMe })
  const [lost, setLost] = useState(false)
  useEffect(() => onSessionLost(() => setLost(true)), [])

  if (me.data) {
    const user = me.data
    return (
      <MeContext value={user}>
        {children}
        <LoginAgain
          isOpen={lost}
          username={user.username}
          onSuccess={() => {
            setLost(false)
            void client.invalidateQueries()
            window.dispatchEvent(new Event('online'))
          }}
        />
      </MeContext>
    )
  }
  if (me.error instanceof ApiError && me.error.status === 401) {
    return (
      <LoginPage
        onSuccess={() => {
          setLost(false)
          void client.resetQueries()
        }}
      />
    )
  }
  return (
    <main className="page-alone">
      {me.error ? <ErrorNotice error={me.error} onRetry={() => void me.refetch()} /> : <Loading />}
    </main>
  )
}

function retryMe(failures: number, error: Error): boolean {
  return !(error instanceof ApiError && error.status === 401) && failures < 3
}

interface LoginAgainProps {
  readonly isOpen: boolean
  readonly username: string
  readonly onSuccess: () => void
}

function LoginAgain({ isOpen, username, onSuccess }: LoginAgainProps) {
  return (
    <ModalOverlay className="modal-overlay" isOpen={isOpen} isKeyboardDismissDisabled>
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">{t('login.again')}</Heading>
          <p>{t('login.again.text')}</p>
          <LoginForm username={username} onSuccess={onSuccess} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
